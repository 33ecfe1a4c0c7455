/** Types of the part of the setup that the TypeScript side uses; the script itself is plain JavaScript. */
export type VirtualDisplay = { available: true } | { available: false; reason: string };

export function findVirtualDisplay(options?: {
	platform?: NodeJS.Platform;
	env?: NodeJS.ProcessEnv;
}): VirtualDisplay;

export function ensureVirtualDisplay(options: { say: (line: string) => void }): Promise<VirtualDisplay>;
