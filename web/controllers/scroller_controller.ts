import { Controller } from '@hotwired/stimulus'

/** A row that scrolls sideways: the edge that hides something fades, and the current item comes into view. */
export default class extends Controller<HTMLElement> {
  private sizes = new ResizeObserver(() => this.mark())

  connect() {
    const current = this.element.querySelector<HTMLElement>('[aria-current]')
    if (current) this.element.scrollLeft = current.offsetLeft - this.element.offsetLeft - (this.element.clientWidth - current.offsetWidth) / 2
    this.sizes.observe(this.element)
  }

  disconnect() {
    this.sizes.disconnect()
  }

  mark() {
    const { scrollLeft, scrollWidth, clientWidth } = this.element
    this.element.classList.toggle('hides-left', scrollLeft > 2)
    this.element.classList.toggle('hides-right', scrollLeft + clientWidth < scrollWidth - 2)
  }
}
