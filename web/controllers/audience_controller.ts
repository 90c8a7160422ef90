import { Controller } from '@hotwired/stimulus'

/** Boxes that say to whom something goes, and the number of people under them, told by the server. */
export default class extends Controller<HTMLElement> {
  static targets = ['size']
  static values = { url: String }
  declare readonly sizeTarget: HTMLElement
  declare readonly urlValue: string
  private question?: AbortController

  disconnect() {
    this.question?.abort()
  }

  async count() {
    this.question?.abort()
    this.question = new AbortController()
    const ticked = [...this.element.querySelectorAll<HTMLInputElement>('input[name=a]:checked')].map((box) => ['a', box.value])
    const answer = await fetch(`${this.urlValue}?${new URLSearchParams(ticked)}`, { signal: this.question.signal }).catch(() => undefined)
    if (answer?.ok) this.sizeTarget.textContent = await answer.text()
  }
}
