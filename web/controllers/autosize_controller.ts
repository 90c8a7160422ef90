import { Controller } from '@hotwired/stimulus'

/** A text area that grows with what is written. Browsers that know `field-sizing` do it by themselves. */
export default class extends Controller<HTMLTextAreaElement> {
  connect() {
    this.fit()
  }

  fit() {
    if (CSS.supports('field-sizing', 'content')) return
    this.element.style.height = 'auto'
    this.element.style.height = `${this.element.scrollHeight + 2}px`
  }
}
