import { Controller } from '@hotwired/stimulus'

/** Takes the focus when it appears: the summary of what is wrong in a form. */
export default class extends Controller<HTMLElement> {
  connect() {
    this.element.focus()
  }
}
