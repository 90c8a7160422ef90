import { Controller } from '@hotwired/stimulus'

/** «Plus» on phones: closes with Escape, with a touch elsewhere, and when a page is left. */
export default class extends Controller<HTMLDetailsElement> {
  connect() {
    this.element.open = false
    document.addEventListener('click', this.elsewhere)
    document.addEventListener('keydown', this.escape)
  }

  disconnect() {
    document.removeEventListener('click', this.elsewhere)
    document.removeEventListener('keydown', this.escape)
  }

  private elsewhere = ({ target }: MouseEvent) => {
    if (!this.element.contains(target as Node)) this.element.open = false
  }

  private escape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !this.element.open) return
    this.element.open = false
    this.element.querySelector('summary')?.focus()
  }
}
