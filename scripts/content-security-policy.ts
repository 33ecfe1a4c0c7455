/**
 * What the extension's pages may load, and nothing beside it. Of the web they may show pictures (products of the user's
 * shop, wherever it is; the editor's own marks are in its styles) and ask servers (the user's own, wherever they are; the permission for each is Chrome's to keep).
 * Styles may be written by script, because the JSON editor does so; nobody else's markup ever reaches a page.
 */
const directives = {
	"default-src": "'none'",
	"script-src": "'self'",
	"worker-src": "'self'",
	"style-src": "'self' 'unsafe-inline'",
	"img-src": "'self' data: https: http:",
	"connect-src": "'self' https: http:",
	"object-src": "'none'",
	"frame-src": "'none'",
	"base-uri": "'none'",
	"form-action": "'none'",
	"frame-ancestors": "'none'",
};

export const contentSecurityPolicy: string = Object.entries(directives)
	.map(([name, sources]) => `${name} ${sources}`)
	.join("; ");
