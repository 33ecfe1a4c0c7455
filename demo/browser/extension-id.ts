import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/**
 * The id Chromium gives an unpacked extension: the first 128 bits of the SHA-256 of the manifest's public `key`, or
 * without one of the folder's real path, written in the letters a to p.
 */
export function extensionIdOf(extensionDir: string): string {
	const manifest: unknown = JSON.parse(readFileSync(join(extensionDir, "manifest.json"), "utf8"));
	const key =
		typeof manifest === "object" && manifest !== null && "key" in manifest && typeof manifest.key === "string"
			? Buffer.from(manifest.key, "base64")
			: pathBytes(realpathSync(extensionDir));
	const digits = createHash("sha256").update(key).digest("hex").slice(0, 32);
	return [...digits]
		.map((digit) => String.fromCharCode("a".charCodeAt(0) + Number.parseInt(digit, 16)))
		.join("");
}

/** Windows keeps paths in UTF-16. */
function pathBytes(path: string): Buffer {
	return Buffer.from(path, process.platform === "win32" ? "utf16le" : "utf8");
}
