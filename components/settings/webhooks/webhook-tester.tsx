import { CircleCheck, LoaderCircle, Send } from "lucide-react";
import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { usePermission } from "@/components/hooks/use-permission";
import type { ToolOutcome } from "@/components/hooks/use-tool";
import { useTestWebhook } from "@/components/hooks/use-webhook";
import { Button } from "@/components/ui/button";
import { CodeBlock, indentJson } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { WebhookTest } from "@/lib/tools/test-webhook";
import type { WebhookConfig } from "@/lib/tools/webhook-config";
import type { AttemptFailure } from "@/lib/webhooks/send";
import { webhookTimeoutMs } from "@/lib/webhooks/send";
import { AccessMissing } from "../access-missing";

/** Sends a test event with the stored settings and shows what was sent and what came back. */
export function WebhookTester({ stored }: { stored: WebhookConfig }) {
	const url = stored.webhook_url;
	const pattern = url ? permissionPattern(new URL(url)) : undefined;
	const permitted = usePermission(pattern);
	const test = useTestWebhook();
	if (!pattern) return <p className="text-ink-soft">{i18n.t("settings.webhooks.test.noUrl")}</p>;
	return (
		<>
			{permitted === false && (
				<AccessMissing pattern={pattern} className="mb-4">
					{i18n.t("failures.permission.text", [new URL(url).host])}
				</AccessMissing>
			)}
			<Button onClick={() => test.mutate({})} disabled={test.isPending}>
				{test.isPending ? <LoaderCircle aria-hidden className="animate-spin" /> : <Send aria-hidden />}
				{i18n.t("settings.webhooks.test.send")}
			</Button>
			<div aria-live="polite">
				{!test.isPending && test.data && <Outcome outcome={test.data} url={url} />}
			</div>
		</>
	);
}

function Outcome({ outcome: { text, data }, url }: { outcome: ToolOutcome<WebhookTest>; url: string }) {
	const request = data?.request;
	const headers = request && Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
	const failure = data?.failure && attemptFailureText(data.failure, new URL(url).host);
	return (
		<div className="mt-4 space-y-3">
			{data?.delivered ? (
				<p className="flex items-center gap-1.5 font-medium text-good">
					<CircleCheck aria-hidden className="size-4" />
					{i18n.t("settings.webhooks.test.delivered")}
				</p>
			) : (
				<Notice tone="bad" title={i18n.t("settings.webhooks.test.failed")}>
					{failure ?? text}
				</Notice>
			)}
			{data?.status !== undefined && (
				<p className="text-[0.93rem] text-ink-soft tabular-nums">
					HTTP {data.status} · {data.latency_ms} ms
				</p>
			)}
			{request && headers && (
				<details>
					<summary className="mb-1.5 text-[0.93rem] text-ink-soft">
						{i18n.t("settings.endpoints.test.request")}
					</summary>
					<CodeBlock
						label={i18n.t("settings.endpoints.test.request")}
						code={[`POST ${request.url}`, ...headers, "", request.body].join("\n")}
					/>
				</details>
			)}
			{data?.answer && (
				<details>
					<summary className="mb-1.5 text-[0.93rem] text-ink-soft">{i18n.t("connect.rawAnswer")}</summary>
					<CodeBlock label={i18n.t("connect.rawAnswer")} code={indentJson(data.answer)} />
				</details>
			)}
		</div>
	);
}

/** Why a test did not arrive, in the user's words. */
export function attemptFailureText(failure: AttemptFailure, host: string): string {
	switch (failure.reason) {
		case "http-status":
			return i18n.t("settings.webhooks.test.status", [host, failure.status]);
		case "redirected":
			return i18n.t("settings.webhooks.test.redirected", [host]);
		case "permission-missing":
			return failureText(failure).text;
		case "timeout":
			return failureText({ reason: "timeout", afterMs: webhookTimeoutMs }).text;
		case "unreachable":
			return i18n.t("settings.webhooks.test.unreachable", [host]);
		case "interrupted":
			return i18n.t("failures.interrupted.text", [host]);
	}
}
