/** Has the browser save a value as a JSON file, under a name with today's date. */
export function downloadJson(name: string, value: unknown): void {
	const text = `${JSON.stringify(value, null, 2)}\n`;
	const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
	const link = document.createElement("a");
	link.href = url;
	link.download = `${name}-${new Date().toLocaleDateString("sv")}.json`;
	link.click();
	URL.revokeObjectURL(url);
}
