import { Controller } from '@hotwired/stimulus'

/** «Se répète»: the days belong to weeks, and what never comes again has no end. */
export default class extends Controller {
  static targets = ['week', 'end']
  declare readonly weekTarget: HTMLElement
  declare readonly endTarget: HTMLElement

  connect() {
    this.follow()
  }

  follow() {
    const every = this.element.querySelector('select')?.value ?? ''
    this.weekTarget.hidden = every !== 'week' && every !== 'two_weeks'
    this.endTarget.hidden = every === ''
  }
}
