import { type JsonFailure, parseJson } from "@/lib/core/json";
import { fail, ok, type Result } from "@/lib/core/result";

/** In bytes. The largest settings there can be in practice are a tenth of it. */
export const largestFile = 2_000_000;

/** What the user wants imported: a file, or a pasted text. */
export type ImportSource = { text: string; file?: File };

export type SourceFailure =
	| JsonFailure
	| { reason: "file-too-large" }
	/** The browser does not read a file that has changed since it was chosen. */
	| { reason: "file-unreadable" }
	| { reason: "file-changed" };

/** Reads a file that was chosen or dropped. A too large one is not even opened. */
export async function readFile(file: File): Promise<Result<ImportSource, SourceFailure>> {
	if (file.size > largestFile) return fail({ reason: "file-too-large" });
	try {
		return ok({ text: await file.text(), file });
	} catch {
		return fail({ reason: "file-unreadable" });
	}
}

/** The source's JSON, or where it breaks. */
export function parseSource({ text }: ImportSource): Result<unknown, SourceFailure> {
	if (text.length > largestFile) return fail({ reason: "file-too-large" });
	// Windows programs put a byte order mark at the beginning of what they save.
	return parseJson(text.replace(/^\uFEFF/, ""));
}

/** Whether the file still is what was shown to the user. */
export async function checkUnchanged({ text, file }: ImportSource): Promise<Result<null, SourceFailure>> {
	if (!file) return ok(null);
	try {
		return (await file.text()) === text ? ok(null) : fail({ reason: "file-changed" });
	} catch {
		return fail({ reason: "file-changed" });
	}
}
