import { Controller } from '@hotwired/stimulus'

/** Takes a file that is dropped, and says that it can. */
export default class extends Controller<HTMLElement> {
  static targets = ['input', 'words']
  declare readonly inputTarget: HTMLInputElement
  declare readonly wordsTarget: HTMLElement

  connect() {
    this.wordsTarget.hidden = false
    this.show()
  }

  over(event: DragEvent) {
    event.preventDefault()
    this.element.classList.add('over')
  }

  leave() {
    this.element.classList.remove('over')
  }

  drop(event: DragEvent) {
    event.preventDefault()
    this.leave()
    if (!event.dataTransfer?.files.length) return
    this.inputTarget.files = event.dataTransfer.files
    this.show()
  }

  show() {
    const file = this.inputTarget.files?.[0]
    this.element.classList.toggle('filled', file !== undefined)
  }
}
