export function buildBridge(outdir?: string): Promise<void>;
