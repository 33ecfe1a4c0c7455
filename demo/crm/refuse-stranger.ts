import type { Context } from "hono";
import { isAuthorised } from "./auth";
import type { Parameters } from "./parameters";

/** The answer to a request without the token; null when it carries it. */
export function refuseStranger(context: Context, token: string, parameters: Parameters): Response | null {
	if (isAuthorised(token, context.req.header("authorization"), parameters)) return null;
	context.header("WWW-Authenticate", "Bearer");
	const error = "The token is missing or wrong: send it as 'Authorization: Bearer <token>'.";
	return context.json({ error }, 401);
}
