import { Children, type ReactNode } from "react";
import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { useFormat } from "@/components/format/use-format";
import { useOutboxStatus } from "@/components/hooks/use-outbox-status";
import { useMissingPermissions } from "@/components/hooks/use-permission";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { AccessMissing } from "../access-missing";
import { hrefOf, type RouteName } from "../shell/place";
import type { OverviewState } from "./overview-state";

/** What does not work or soon will not, each with the way to mend it; nothing when all is well. */
export function Attention({ endpoints, health, webhook, functions }: OverviewState) {
	const policy = useSettingsOverview().data?.policyProblems ?? [];
	const called = [
		...endpoints.map(({ url }) => url),
		...(webhook.webhook_enabled && webhook.webhook_url ? [webhook.webhook_url] : []),
		...functions.filter(({ enabled }) => enabled).map(({ endpoint }) => endpoint),
	];
	const patterns = [...new Set(called.map((url) => permissionPattern(new URL(url))))];
	const missing = useMissingPermissions(patterns);
	const outbox = useOutboxStatus();
	const failing = health.filter(({ consecutive_errors }) => consecutive_errors > 0);
	return (
		<AttentionList>
			{missing.map((pattern) => (
				<AccessMissing key={pattern} pattern={pattern}>
					{failureText({ reason: "permission-missing", origin: pattern }).text}
				</AccessMissing>
			))}
			{failing.map((one) => (
				<FailingEndpoint key={one.type} health={one} />
			))}
			{health.map(
				({ type, drift }) =>
					drift.length > 0 && (
						<Notice
							key={`drift ${type}`}
							tone="warn"
							title={i18n.t("settings.overview.attention.drift", [
								i18n.t(`settings.endpoints.types.${type}.title`),
							])}
							action={look("health", type)}
						>
							<code className="break-all">{drift.map(({ path }) => path).join(", ")}</code>
						</Notice>
					),
			)}
			{webhook.webhook_enabled && !webhook.webhook_url && (
				<Notice tone="bad" title={i18n.t("settings.overview.attention.noUrl")} action={look("webhooks")} />
			)}
			{webhook.webhook_enabled && webhook.webhook_events.length === 0 && (
				<Notice
					tone="warn"
					title={i18n.t("settings.overview.attention.noEvents")}
					action={look("webhooks")}
				/>
			)}
			{webhook.webhook_enabled && webhook.webhook_url && !webhook.has_secret && (
				<Notice tone="warn" title={i18n.t("settings.overview.attention.noSecret")} action={look("webhooks")}>
					{i18n.t("settings.overview.attention.noSecretText")}
				</Notice>
			)}
			{outbox && outboxProblems(outbox)}
			{policy.map(({ name, message }) => (
				<Notice key={name} tone="warn" title={i18n.t("settings.overview.attention.policy")}>
					<code>{name}</code> {message}
				</Notice>
			))}
		</AttentionList>
	);
}

const look = (route: RouteName, target?: string) => (
	<LinkButton size="small" href={hrefOf({ route, target })}>
		{i18n.t("settings.overview.attention.look")}
	</LinkButton>
);

function AttentionList({ children }: { children: ReactNode }) {
	if (Children.toArray(children).length === 0) return null;
	return (
		<section aria-label={i18n.t("settings.overview.attention.title")} className="space-y-2.5">
			<h2 className="font-semibold text-[1.15rem]">{i18n.t("settings.overview.attention.title")}</h2>
			{children}
		</section>
	);
}

/** What is wrong with the queue of events, a notice each; the Deliveries page tells the rest. */
function outboxProblems({ counts, gone, storageProblem, lostAt }: OutboxStatus): ReactNode[] {
	const problem = (title: string, target?: string) => (
		<Notice key={title} tone="bad" title={title} action={look("deliveries", target)} />
	);
	return [
		storageProblem && problem(i18n.t("settings.deliveries.storage.title")),
		lostAt !== undefined && problem(i18n.t("settings.deliveries.dataLoss.title")),
		gone && problem(i18n.t("settings.deliveries.gone.title")),
		counts.failed > 0 && problem(i18n.t("settings.overview.attention.undelivered", counts.failed), "failed"),
	];
}

function FailingEndpoint({ health }: { health: EndpointHealthStatus }) {
	const format = useFormat();
	const { type, status, last_error, last_success } = health;
	const title = i18n.t(`settings.endpoints.types.${type}.title`);
	const isDisabled = status === "disabled";
	return (
		<Notice
			tone={isDisabled ? "bad" : "warn"}
			title={i18n.t(
				isDisabled ? "settings.overview.attention.disabled" : "settings.overview.attention.failing",
				[title],
			)}
			action={
				<>
					{look("crm-endpoints", type)}
					<LinkButton size="small" href={hrefOf({ route: "health", target: type })}>
						{i18n.t("settings.pages.health")}
					</LinkButton>
				</>
			}
		>
			{last_error && <p>{last_error.message}</p>}
			<p>
				{last_success
					? i18n.t("settings.overview.attention.lastWorked", [format.moment(last_success)])
					: i18n.t("settings.overview.attention.neverWorked")}
			</p>
		</Notice>
	);
}
