import { Controller } from '@hotwired/stimulus'

/** Puts a text into the clipboard; without script, or where the browser refuses, it is there to be selected. */
export default class extends Controller {
  static targets = ['button', 'text', 'told']
  declare readonly buttonTarget: HTMLButtonElement
  declare readonly textTarget: HTMLTextAreaElement
  declare readonly toldTarget: HTMLElement

  connect() {
    this.buttonTarget.hidden = false
  }

  async copy() {
    this.toldTarget.textContent = ''
    try {
      await navigator.clipboard.writeText(this.textTarget.value)
      this.toldTarget.textContent = 'C’est copié.'
    } catch {
      this.textTarget.select()
      this.toldTarget.textContent = 'Le texte est sélectionné : copie-le.'
    }
  }
}
