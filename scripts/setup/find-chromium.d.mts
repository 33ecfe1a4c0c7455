/** Types of the part of the setup that the TypeScript side uses; the script itself is plain JavaScript. */
export type FoundChromium = { ok: true; path: string; version: string } | { ok: false; reason: string };

export function findChromium(options?: {
	root?: string;
	env?: NodeJS.ProcessEnv;
	platform?: NodeJS.Platform;
}): Promise<FoundChromium>;

export function examineChromium(path: string, platform: NodeJS.Platform): Promise<FoundChromium>;

export function rememberedChromium(root?: string): FoundChromium | undefined;

export function recordChromium(found: { path: string; version: string }, root?: string): void;

export const projectRoot: string;
