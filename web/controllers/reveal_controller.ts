import { Controller } from '@hotwired/stimulus'

/** Shows and hides what is typed in a password field. */
export default class extends Controller {
  static targets = ['input', 'button']
  declare readonly inputTarget: HTMLInputElement
  declare readonly buttonTarget: HTMLButtonElement

  connect() {
    this.buttonTarget.hidden = false
  }

  toggle() {
    const shown = this.inputTarget.type === 'password'
    this.inputTarget.type = shown ? 'text' : 'password'
    this.buttonTarget.setAttribute('aria-pressed', String(shown))
  }
}
