/** Runs in the chat page, and stands alone: opens its long chat and scrolls to the oldest message, a view's height in each frame. */
export async function scrollThrough(): Promise<number> {
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	window.demo.open("long");
	await frame();
	const scroller = document.querySelector('[data-testid="conversation-panel-messages"]');
	if (!scroller) throw new Error("The long chat was not opened.");
	let frames = 0;
	for (; scroller.scrollTop > 0; frames++) {
		scroller.scrollTop -= scroller.clientHeight;
		await frame();
	}
	return frames;
}
