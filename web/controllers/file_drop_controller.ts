import { Controller } from '@hotwired/stimulus'

/** Takes a file that is dropped, and says that it can. Refuses one that is too heavy before it is sent. */
export default class extends Controller<HTMLElement> {
  static targets = ['input', 'words', 'problem']
  static values = { most: Number } // MB; 0: any
  declare readonly mostValue: number
  declare readonly hasProblemTarget: boolean
  declare readonly problemTarget: HTMLElement
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
    if (this.hasProblemTarget) {
      const tooHeavy = file !== undefined && file.size > this.mostValue * 1024 * 1024
      this.problemTarget.hidden = !tooHeavy
      if (tooHeavy) {
        this.inputTarget.value = ''
        this.element.classList.remove('filled')
        return
      }
    }
    this.element.classList.toggle('filled', file !== undefined)
  }
}
