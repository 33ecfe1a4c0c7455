import { Children, type ReactNode } from "react";
import { i18n } from "#i18n";
import { useAssistantSettings } from "@/components/hooks/use-assistant-settings";
import { Badge } from "@/components/ui/badge";
import { type Assistant, hasModel } from "@/lib/assistant/settings";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import { EndpointStatus } from "../endpoints/endpoint-status";
import { SettingsSection } from "../settings-section";
import { hrefOf } from "../shell/place";
import type { OverviewState } from "./overview-state";

/** Everything that can be connected and how it is, a line each that leads to its page. */
export function Connected({ endpoints, health, webhook, functions }: OverviewState) {
	const { data: assistant } = useAssistantSettings();
	const enabled = functions.filter((one) => one.enabled).length;
	return (
		<SettingsSection anchor="connected" title={i18n.t("settings.overview.connected.title")}>
			<ul className="divide-y divide-line">
				{endpointTypes.map((type) => {
					const current = endpoints.find((one) => one.type === type);
					const state = health.find((one) => one.type === type);
					return (
						<Line
							key={type}
							href={hrefOf({ route: "crm-endpoints", target: type })}
							title={i18n.t(`settings.endpoints.types.${type}.title`)}
							badge={<EndpointStatus current={current} health={state} />}
						>
							{current && (
								<>
									<span className="break-all">{new URL(current.url).host}</span>
									{state?.p50_ms != null &&
										` · ${i18n.t("settings.endpoints.latency", [state.p50_ms, state.p95_ms ?? 0])}`}
								</>
							)}
						</Line>
					);
				})}
				<Line
					href={hrefOf({ route: "webhooks" })}
					title={i18n.t("settings.overview.connected.webhook")}
					badge={
						<Badge tone={webhook.webhook_enabled ? "good" : "neutral"}>
							{i18n.t(
								webhook.webhook_enabled
									? "settings.overview.connected.on"
									: "settings.overview.connected.off",
							)}
						</Badge>
					}
				>
					{webhook.webhook_url !== "" &&
						[
							new URL(webhook.webhook_url).host,
							i18n.t(
								webhook.has_secret
									? "settings.overview.connected.signed"
									: "settings.overview.connected.unsigned",
							),
							webhook.webhook_events.join(", "),
						]
							.filter(Boolean)
							.join(" · ")}
				</Line>
				<Line
					href={hrefOf({ route: "functions" })}
					title={i18n.t("settings.overview.connected.functions")}
					badge={
						<Badge tone={enabled > 0 ? "good" : "neutral"}>
							{functions.length === 0
								? i18n.t("settings.overview.connected.none")
								: i18n.t("settings.overview.connected.enabled", [enabled, functions.length])}
						</Badge>
					}
				/>
				{assistant?.ok && <AssistantLine assistant={assistant.value} />}
			</ul>
		</SettingsSection>
	);
}

function AssistantLine({ assistant }: { assistant: Assistant }) {
	const { provider, base_url, model } = assistant;
	const isSet = hasModel(assistant);
	return (
		<Line
			href={hrefOf({ route: "assistant" })}
			title={i18n.t("settings.pages.assistant")}
			badge={
				<Badge tone={isSet ? "good" : "neutral"}>
					{i18n.t(isSet ? "settings.overview.connected.on" : "settings.overview.connected.off")}
				</Badge>
			}
		>
			{isSet &&
				(provider === "built-in"
					? i18n.t("assistantSettings.provider.built_in.title")
					: `${new URL(base_url).host} · ${model}`)}
		</Line>
	);
}

type LineProps = { href: string; title: string; badge: ReactNode; children?: ReactNode };

function Line({ href, title, badge, children }: LineProps) {
	return (
		<li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
			<div className="min-w-0 flex-1 basis-40">
				<a href={href} className="font-medium hover:underline">
					{title}
				</a>
				{Children.toArray(children).length > 0 && (
					<p className="break-words text-[0.93rem] text-ink-soft">{children}</p>
				)}
			</div>
			{badge}
		</li>
	);
}
