import { createHash, timingSafeEqual } from "node:crypto";
import type { Parameters } from "./parameters";

/**
 * True when the request carries the token: as `Authorization: Bearer …`, or as the parameter `token` for those who
 * cannot set headers.
 */
export function isAuthorised(token: string, header: string | undefined, parameters: Parameters): boolean {
	const bearer = /^Bearer +(\S+) *$/i.exec(header ?? "")?.[1];
	return isSame(bearer, token) || isSame(parameters.token, token);
}

/** Takes the same time wherever the first difference is; hashing makes both sides equally long. */
function isSame(given: unknown, expected: string): boolean {
	return typeof given === "string" && timingSafeEqual(hash(given), hash(expected));
}

const hash = (text: string) => createHash("sha256").update(text).digest();
