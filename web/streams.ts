/**
 * Turbo Streams that come by themselves. The elements render themselves: Turbo's own renderStreamMessage() gives the focus back to whatever had it a
 * frame before, and so takes what one types into a second field back to the first. What happens elsewhere moves nobody's focus.
 */
export function renderStreams(streams: string) {
  const template = document.createElement('template')
  template.innerHTML = streams
  document.documentElement.append(document.importNode(template.content, true))
}
