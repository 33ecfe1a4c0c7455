import type { HttpRequest } from "@/lib/core/http";

/** A request as a curl command for a POSIX shell. Masked secrets stay masked: whoever runs it puts theirs in. */
export function curlCommand({ url, method, headers, body }: Omit<HttpRequest, "timeoutMs">): string {
	const parts = [
		`curl ${method === "GET" ? "" : `-X ${method} `}${quoted(url)}`,
		...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
		...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
	];
	return parts.join(" \\\n  ");
}

/** In single quotes nothing is special but the quote itself. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
