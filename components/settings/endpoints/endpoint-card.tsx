import { type ReactNode, useEffect, useId, useRef } from "react";
import { i18n } from "#i18n";
import { faultText } from "@/components/customer/failure-text";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import type { MappingFault } from "@/lib/mapping/fault";
import type { EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";
import { LockedBadge } from "../locked-badge";
import { hrefOf } from "../shell/place";
import { EndpointAccess } from "./endpoint-access";
import { EndpointEditor } from "./endpoint-editor";
import { EndpointStatus } from "./endpoint-status";

type EndpointCardProps = {
	type: EndpointType;
	current?: Endpoint;
	/** All endpoints that are set. */
	stored: readonly Endpoint[];
	health?: EndpointHealthStatus;
	/** Why its mapping can never be used. */
	mappingFault?: MappingFault;
	open: boolean;
};

/** One endpoint: what it is for and how it is, and its form when it is open. */
export function EndpointCard(props: EndpointCardProps) {
	const { type, current, stored, health, mappingFault, open } = props;
	const id = useId();
	const card = useRef<HTMLElement>(null);
	const shown = useRef(open);
	const locked = useLocked(`crm_endpoints.${type}`);
	useEffect(() => {
		if (open) card.current?.scrollIntoView({ block: "nearest" });
		// The link that opened it is gone, and so is the one that closed it: the focus stays with the endpoint.
		if (shown.current !== open && (open || document.activeElement === document.body))
			card.current?.focus({ preventScroll: true });
		shown.current = open;
	}, [open]);
	return (
		<section
			ref={card}
			tabIndex={-1}
			aria-labelledby={id}
			className="scroll-mt-4 rounded-2xl border border-line bg-surface p-5"
		>
			<div className="flex flex-wrap items-start gap-x-4 gap-y-2">
				<div className="min-w-0 flex-1 basis-60">
					<div className="flex flex-wrap items-center gap-2">
						<h2 id={id} className="font-semibold text-[1.15rem]">
							{i18n.t(`settings.endpoints.types.${type}.title`)}
						</h2>
						<EndpointStatus current={current} health={health} />
						{locked && <LockedBadge />}
					</div>
					<code className="text-[0.86rem] text-ink-soft">{type}</code>
					<p className="mt-1 max-w-[60ch] text-ink-soft">{i18n.t(`settings.endpoints.types.${type}.text`)}</p>
				</div>
				{!open && !locked && (
					<LinkButton
						look={current || type !== "sidePanel_CustomerInfo" ? "secondary" : "primary"}
						href={hrefOf({ route: "crm-endpoints", target: type })}
						aria-describedby={id}
					>
						{i18n.t(current ? "settings.endpoints.change" : "settings.endpoints.setUp")}
					</LinkButton>
				)}
			</div>
			{current && !open && <Facts endpoint={current} health={health} />}
			{/* The form has it at the expression. */}
			{mappingFault && !(open && !locked) && (
				<Notice tone="bad" className="mt-3" title={i18n.t("failures.mapping.title")}>
					<p>{faultText(mappingFault)}</p>
					{locked && <p>{i18n.t("settings.endpoints.mapping.setByOrganisation")}</p>}
				</Notice>
			)}
			{current && <EndpointAccess url={current.url} />}
			{open && !locked && (
				<EndpointEditor
					key={type}
					type={type}
					current={current}
					others={stored.filter((endpoint) => endpoint.type !== type)}
				/>
			)}
		</section>
	);
}

/** How an endpoint is set and how fast it answers, in a line or two. */
function Facts({ endpoint, health }: { endpoint: Endpoint; health?: EndpointHealthStatus }) {
	const facts: ReactNode[] = [
		endpoint.auth &&
			`${i18n.t(`connect.authTypes.${endpoint.auth.type}`)}: ${Object.keys(endpoint.auth.fields).join(", ")}`,
		health?.p50_ms != null && i18n.t("settings.endpoints.latency", [health.p50_ms, health.p95_ms ?? 0]),
	].filter(Boolean);
	return (
		<div className="mt-3 border-line border-t pt-3">
			<p className="break-all font-mono text-[0.93rem]">
				{endpoint.method} {endpoint.url}
			</p>
			{facts.length > 0 && <p className="mt-0.5 text-[0.93rem] text-ink-soft">{facts.join(" · ")}</p>}
			{health?.last_error && health.consecutive_errors > 0 && (
				<p className="mt-1 text-[0.93rem] text-bad">{health.last_error.message}</p>
			)}
		</div>
	);
}
