import { Controller } from '@hotwired/stimulus'

const PAUSE = 250 // ms after the last key

/** How strong a password is, as the server judges it while it is typed. */
export default class extends Controller<HTMLElement> {
  static targets = ['meter', 'words']
  static values = { url: String }
  declare readonly meterTarget: HTMLElement
  declare readonly wordsTarget: HTMLElement
  declare readonly urlValue: string
  private timer = 0
  private latest = ''

  connect() {
    this.meterTarget.hidden = false // from the start: were it to unfold under a finger, the button below would move away
  }

  disconnect() {
    window.clearTimeout(this.timer)
  }

  ask({ target }: Event) {
    window.clearTimeout(this.timer)
    this.latest = (target as HTMLInputElement).value
    if (this.latest === '') this.show('', '')
    else this.timer = window.setTimeout(() => void this.judge(this.latest), PAUSE)
  }

  private async judge(password: string) {
    const csrf = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? ''
    const body = new URLSearchParams({ csrf, password })
    // What is known of the person is easy to guess.
    const typed = new FormData(this.element.closest('form') ?? undefined)
    for (const name of ['first_name', 'last_name', 'email']) body.set(name, String(typed.get(name) ?? ''))
    const answer = await fetch(this.urlValue, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(() => undefined)
    if (!answer?.ok || this.latest !== password) return
    const { score, words } = (await answer.json()) as { score: number; words: string }
    this.show(String(score), words)
  }

  private show(score: string, words: string) {
    this.meterTarget.dataset.score = score
    this.wordsTarget.textContent = words
  }
}
