import { Controller } from '@hotwired/stimulus'

/** A flash line that can be closed, and that does not come back with the browser's back button. */
export default class extends Controller<HTMLElement> {
  static targets = ['button']
  declare readonly buttonTarget: HTMLElement

  connect() {
    this.buttonTarget.hidden = false
    document.addEventListener('turbo:before-cache', this.dismiss)
  }

  disconnect() {
    document.removeEventListener('turbo:before-cache', this.dismiss)
  }

  dismiss = () => this.element.remove()
}
