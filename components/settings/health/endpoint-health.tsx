import { RotateCw } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { usePermission } from "@/components/hooks/use-permission";
import { useTool } from "@/components/hooks/use-tool";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useToast } from "@/components/ui/toast";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { CallFigures, CallHistory } from "@/lib/egress/call-history";
import type { EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";
import { everything, targetOf } from "../activity/view";
import { type Times, useTimes } from "../deliveries/use-times";
import { OutcomeChart } from "../outcome-chart";
import { hrefOf } from "../shell/place";
import { usePlace } from "../shell/use-place";
import { type CallSpan, callBuckets, callSpans } from "./call-buckets";
import { DriftList } from "./drift-list";
import { RecentErrors } from "./recent-errors";

type EndpointHealthProps = { health: EndpointHealthStatus; history: CallHistory | undefined };

/** One endpoint: whether it works, how its calls went, its last errors, and trying it again. */
export function EndpointHealth({ health, history }: EndpointHealthProps) {
	const { type, url } = health;
	const id = useId();
	const times = useTimes();
	const section = useRef<HTMLElement>(null);
	const { target } = usePlace();
	useEffect(() => {
		if (target === type) section.current?.scrollIntoView();
	}, [target, type]);
	return (
		<section
			ref={section}
			aria-labelledby={id}
			className="mb-5 scroll-mt-4 rounded-2xl border border-line bg-surface p-5"
		>
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
				<h2 id={id} className="font-semibold text-[1.15rem]">
					{i18n.t(`settings.endpoints.types.${type}.title`)}
				</h2>
				<StateBadge health={health} called={called(health, history)} times={times} />
			</div>
			<p className="mt-0.5 break-all text-[0.93rem] text-ink-soft">{new URL(url).host}</p>
			{health.drift.length > 0 && <DriftList health={health} times={times} />}
			{history && <Calls history={history} times={times} />}
			{history && history.errors.length > 0 && <RecentErrors errors={history.errors} times={times} />}
			<Actions health={health} />
		</section>
	);
}

const called = ({ last_success, last_error }: EndpointHealthStatus, history: CallHistory | undefined) =>
	last_success !== null || last_error !== null || (history?.week.calls ?? 0) > 0;

type StateBadgeProps = { health: EndpointHealthStatus; called: boolean; times: Times };

function StateBadge({ health, called: wasCalled, times }: StateBadgeProps) {
	const now = useNow();
	const permitted = usePermission(permissionPattern(new URL(health.url)));
	if (permitted === false) return <Badge tone="warn">{i18n.t("settings.endpoints.noAccess")}</Badge>;
	if (health.status === "disabled") {
		const until = Date.parse(health.retry_at ?? "");
		return (
			<Badge tone="bad">
				{until > now
					? i18n.t("settings.health.pausedUntil", [times.brief(until, now)])
					: i18n.t("settings.health.pauseOver")}
			</Badge>
		);
	}
	if (health.consecutive_errors > 0)
		return <Badge tone="warn">{i18n.t("settings.endpoints.failing", health.consecutive_errors)}</Badge>;
	if (!wasCalled) return <Badge>{i18n.t("settings.health.neverCalled")}</Badge>;
	return <Badge tone="good">{i18n.t("settings.health.working")}</Badge>;
}

function Calls({ history, times }: { history: CallHistory; times: Times }) {
	const { locale } = useFormat();
	const now = useNow();
	const [span, setSpan] = useState<CallSpan>("day");
	const format = new Intl.DateTimeFormat(locale, { weekday: "short", hour: "numeric", minute: "2-digit" });
	return (
		<div className="mt-4">
			<Figures figures={history[span]} times={times} />
			<OutcomeChart<CallSpan>
				title={i18n.t("settings.health.chart.title")}
				className="mt-4"
				buckets={callBuckets(history.hours, span, now)}
				span={span}
				spans={callSpans.map((name) => ({ name, text: i18n.t(`settings.health.chart.${name}`) }))}
				choose={setSpan}
				timeOf={(start) => format.format(start)}
				words={{
					good: i18n.t("settings.activity.states.succeeded"),
					failed: i18n.t("settings.activity.states.failed"),
					goodCount: (count) => i18n.t("settings.health.chart.succeeded", [count]),
					failedCount: (count) => i18n.t("settings.health.chart.failed", [count]),
				}}
			/>
		</div>
	);
}

function Figures({ figures: { calls, succeeded, p50, p95 }, times }: { figures: CallFigures; times: Times }) {
	const { locale, number } = useFormat();
	const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
	const facts = [
		{ name: i18n.t("settings.health.calls"), value: number(calls) },
		{ name: i18n.t("settings.health.rate"), value: calls > 0 ? share.format(succeeded / calls) : "–" },
		{ name: i18n.t("settings.health.p50"), value: p50 === null ? "–" : times.latency(p50) },
		{ name: i18n.t("settings.health.p95"), value: p95 === null ? "–" : times.latency(p95) },
	];
	return (
		<dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4">
			{facts.map(({ name, value }) => (
				<div key={name}>
					<dt className="text-[0.86rem] text-ink-soft">{name}</dt>
					<dd className="font-semibold text-[1.15rem] tabular-nums">{value}</dd>
				</div>
			))}
		</dl>
	);
}

function Actions({ health: { type, status, consecutive_errors } }: { health: EndpointHealthStatus }) {
	const reset = useTool<{ type: string }>("reset_crm_errors");
	const toast = useToast();
	const tryAgain = async () => {
		await reset.mutateAsync({ type });
		toast({ text: i18n.t("settings.health.reset") });
	};
	const requests = targetOf({ ...everything, purpose: { kind: "crm", name: type } });
	return (
		<div className="mt-4 flex flex-wrap gap-2">
			{(status === "disabled" || consecutive_errors > 0) && (
				<Button look="primary" size="small" disabled={reset.isPending} onClick={() => void tryAgain()}>
					<RotateCw aria-hidden />
					{i18n.t("settings.health.tryAgain")}
				</Button>
			)}
			<LinkButton size="small" href={hrefOf({ route: "activity", target: requests })}>
				{i18n.t("settings.health.showRequests")}
			</LinkButton>
			<LinkButton size="small" href={hrefOf({ route: "crm-endpoints", target: type })}>
				{i18n.t("settings.endpoints.change")}
			</LinkButton>
		</div>
	);
}
