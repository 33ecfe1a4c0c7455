import { expect, it } from "vitest";
import type { CrmFailure } from "@/lib/crm/failure";
import { failureSentence } from "@/lib/crm/failure-sentence";

const failures: [CrmFailure, string][] = [
	[{ reason: "invalid-url", detail: "malformed", url: "https://" }, "https://"],
	[{ reason: "invalid-url", detail: "no-scheme", url: "crm" }, "whole address"],
	[{ reason: "invalid-url", detail: "unsupported-scheme", url: "ftp://x" }, "must begin with https://"],
	[{ reason: "invalid-url", detail: "credentials", url: "https://x/" }, "basic authentication"],
	[{ reason: "insecure-url", host: "crm.example.com" }, "crm.example.com"],
	[{ reason: "permission-missing", origin: "https://x/*" }, "https://x/*"],
	[{ reason: "unreachable", host: "crm.example.com:81" }, "crm.example.com:81"],
	[{ reason: "timeout", afterMs: 1_500 }, "1.5 s"],
	[{ reason: "redirected" }, "redirect"],
	[{ reason: "http-status", status: 503, excerpt: "" }, "HTTP 503"],
	[{ reason: "too-large", limitBytes: 5 * 1024 * 1024 }, "5 MB"],
	[{ reason: "not-json", contentType: "text/html", excerpt: "" }, "text/html"],
	[{ reason: "not-json", contentType: "", excerpt: "" }, "no content type"],
	[{ reason: "truncated-json", excerpt: "" }, "breaks off"],
	[{ reason: "unreadable-answer", detail: "not-an-object", excerpt: "" }, "not an object"],
	[{ reason: "unreadable-answer", detail: "found-missing", excerpt: "" }, '"found"'],
	[{ reason: "unreadable-answer", detail: "customers-missing", excerpt: "" }, "no customer"],
	[{ reason: "cancelled" }, "cancelled"],
];

it.each(failures)("tells %j in a sentence with what matters", (failure, part) => {
	expect(failureSentence(failure)).toContain(part);
	expect(failureSentence(failure)).toMatch(/\.$/);
});
