import { Controller } from '@hotwired/stimulus'

/** Opens a <dialog> as a modal. Without script the same links show and hide it through :target. */
export default class extends Controller {
  static targets = ['dialog']
  declare readonly dialogTarget: HTMLDialogElement

  open(event: Event) {
    event.preventDefault()
    this.dialogTarget.showModal()
  }

  close(event: Event) {
    event.preventDefault()
    this.dialogTarget.close()
  }
}
