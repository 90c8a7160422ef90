// Asks before a form with data-turbo-confirm is sent, in the page's own dialog. A page without it (visitors) asks as the browser does.
export function ask(question: string): Promise<boolean> {
  const dialog = document.querySelector<HTMLDialogElement>('#confirm')
  if (!dialog) return Promise.resolve(window.confirm(question))
  dialog.querySelector('#confirm-question')!.textContent = question
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise((answer) => dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true }))
}
