import { Controller } from '@hotwired/stimulus'

/** A button that prints the page; without script the browser's own does. */
export default class extends Controller<HTMLElement> {
  connect() {
    this.element.hidden = false
  }

  page() {
    window.print()
  }
}
