import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, Route } from "@playwright/test";

/** As strict as the real site's: only its own scripts run, nothing is evaluated, nothing is sent elsewhere. */
const CONTENT_SECURITY_POLICY = [
	"default-src 'self'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"media-src 'self' data: blob:",
	"connect-src 'self'",
	"object-src 'none'",
	"base-uri 'self'",
	"form-action 'self'",
	"frame-ancestors 'self'",
].join("; ");

const files: Readonly<Record<string, { name: string; contentType: string }>> = {
	"/": { name: "index.html", contentType: "text/html; charset=utf-8" },
	"/chat.js": { name: "chat.js", contentType: "text/javascript; charset=utf-8" },
	"/chat.css": { name: "chat.css", contentType: "text/css; charset=utf-8" },
};

/**
 * Answers every request of `context` to https://web.whatsapp.com/ from the page built into `dir`: the page under
 * `/` with any query, its script and its stylesheet, 404 for everything else. Nothing reaches the network.
 * Rejects when `dir` does not hold the built page.
 */
export async function serveChatPage(context: BrowserContext, dir: string): Promise<void> {
	const bodies = new Map<string, Buffer>();
	for (const [path, file] of Object.entries(files)) bodies.set(path, await readFile(join(dir, file.name)));
	await context.route("https://web.whatsapp.com/**", (route) => answer(route, bodies));
}

async function answer(route: Route, bodies: ReadonlyMap<string, Buffer>): Promise<void> {
	const path = new URL(route.request().url()).pathname;
	const file = files[path];
	const body = bodies.get(path);
	if (!file || !body) {
		await route.fulfill({ status: 404, contentType: "text/plain", body: "Not found" });
		return;
	}
	await route.fulfill({
		status: 200,
		body,
		headers: {
			"content-type": file.contentType,
			"content-security-policy": CONTENT_SECURITY_POLICY,
			"x-content-type-options": "nosniff",
			"cache-control": "no-store",
		},
	});
}
