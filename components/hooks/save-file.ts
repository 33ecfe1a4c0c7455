/** Has the browser save a file under `chatside-`, a name and today's date. */
export function saveFile(file: Blob, name: string, extension: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(file);
	link.download = `chatside-${name}-${new Date().toISOString().slice(0, 10)}.${extension}`;
	link.click();
	// The download has the file once it began; when that is, nobody tells.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
