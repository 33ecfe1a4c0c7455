/** Looks again and again until there is something to see, and gives that; fails after 20 seconds. */
export async function until<T>(
	look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
	const end = Date.now() + 20_000;
	for (;;) {
		const seen = await look();
		if (seen !== undefined && seen !== false) return seen;
		if (Date.now() > end) throw new Error(`It did not come to be: ${look}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
