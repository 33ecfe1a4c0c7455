import { gzipSync } from "node:zlib";
import type { BuildOutput } from "wxt";

type Chunk = { fileName: string; code: string; imports: string[] };

const kilobyte = 1024;

/** The sizes a user waits for, gzipped. What a budget counts is named beside it; more than that fails the build. */
const budgets = [
	{
		what: "content script with MAIN-world peek",
		limit: 12 * kilobyte,
		files: (chunks: Chunk[]) =>
			chunks.filter(
				({ fileName }) =>
					fileName.startsWith("content-scripts/") || fileName.startsWith("whatsapp-main-world"),
			),
	},
	{
		what: "worker",
		limit: 110 * kilobyte,
		// What it loads when it is first needed (scripts/worker-parts.ts) is not read when it wakes.
		files: (chunks: Chunk[]) => withStaticImports(chunks, /^background\.js$/),
	},
	{
		what: "panel's first JavaScript",
		limit: 170 * kilobyte,
		files: (chunks: Chunk[]) => withStaticImports(chunks, /^chunks\/sidepanel-/),
	},
];

/** Fails the production build when a bundle has outgrown its budget, and prints what each costs. */
export function checkBundleSizes(output: Readonly<BuildOutput>): void {
	if (process.env.NODE_ENV === "development") return;
	const chunks = output.steps
		.flatMap((step) => step.chunks)
		.filter((file): file is typeof file & Chunk => file.type === "chunk");
	for (const { what, limit, files } of budgets) {
		const counted = files(chunks);
		const bytes = counted.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).byteLength, 0);
		const line = `${what}: ${(bytes / kilobyte).toFixed(1)} KB gzipped of ${limit / kilobyte} KB`;
		if (counted.length === 0) throw new Error(`No file was found for the size budget "${what}".`);
		if (bytes > limit)
			throw new Error(`Over budget. ${line} (${counted.map(({ fileName }) => fileName).join(", ")})`);
		console.info(line);
	}
}

/** An entry and everything it loads before it runs; what it loads later is not waited for. */
function withStaticImports(chunks: Chunk[], entry: RegExp): Chunk[] {
	const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
	const found = new Set(chunks.filter(({ fileName }) => entry.test(fileName)));
	for (const chunk of found)
		for (const name of chunk.imports) {
			const imported = byName.get(name);
			if (imported) found.add(imported);
		}
	return [...found];
}
