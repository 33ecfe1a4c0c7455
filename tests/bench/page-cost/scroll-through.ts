/**
 * Runs in the chat page, and stands alone: opens its long chat and scrolls from the newest to the oldest message. The page
 * draws what is 900 px around the view, so in steps of four views every message is drawn once. Gives how many were.
 */
export async function scrollThrough(): Promise<number> {
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const drawn = new Set<string | undefined>();
	window.demo.open("long");
	await frame();
	const scroller = document.querySelector('[data-testid="conversation-panel-messages"]');
	if (!scroller) throw new Error("The long chat was not opened.");
	for (;;) {
		// The page draws behind the frame in which it sees what has come near.
		await frame();
		await frame();
		for (const body of scroller.querySelectorAll<HTMLElement>(".copyable-text"))
			drawn.add(body.closest<HTMLElement>("[data-id]")?.dataset.id);
		if (scroller.scrollTop <= 0) return drawn.size;
		scroller.scrollTop -= 4 * scroller.clientHeight;
	}
}
