/** When the first words of an answer and its last were painted, in ms since the click that asked for it. */
export type AnswerTimes = { first: number; whole: number };

/**
 * Runs in the panel, and stands alone: Playwright sends its text. Asks for a friendly reply and waits until it can be
 * inserted. Rejects when that takes longer than `patience` ms.
 */
export async function suggestInPanel(patience: number): Promise<AnswerTimes> {
	const button = [...document.querySelectorAll("button")].find(({ textContent }) =>
		textContent?.includes("Friendly"),
	);
	if (!button || button.disabled) throw new Error("The assistant cannot be asked.");
	const painted = (isThere: () => boolean) =>
		new Promise<number>((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error("The answer did not come.")), patience);
			const observer = new MutationObserver(() => {
				if (!isThere()) return;
				observer.disconnect();
				clearTimeout(timer);
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now());
					port2.postMessage(null);
				});
			});
			observer.observe(document, { subtree: true, childList: true, characterData: true });
		});
	const text = () => document.querySelector('[data-testid="answer"]')?.textContent ?? "";
	const draft = () => document.querySelector<HTMLTextAreaElement>("textarea")?.value ?? "";
	const start = performance.now();
	button.click();
	// The last answer goes at once.
	await painted(() => draft() === "" && text() === "");
	const [first, whole] = await Promise.all([
		painted(() => text() !== "" || draft() !== ""),
		painted(() => draft() !== ""),
	]);
	return { first: first - start, whole: whole - start };
}
