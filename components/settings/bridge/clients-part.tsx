import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useEndGrant, useSetClientAccess } from "@/components/hooks/use-bridge";
import { useNow } from "@/components/hooks/use-now";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { Select } from "@/components/ui/field";
import { type Access, accesses, type ClientAccess } from "@/lib/bridge/access";
import type { ClientOverview } from "@/lib/bridge/overview";
import { useTimes } from "../deliveries/use-times";
import { LockedBadge } from "../locked-badge";
import { SettingsSection } from "../settings-section";
import { changingTools } from "./changing-tools";

/** The programs that have called, are connected, or have something set for them; and what each may do. */
export function ClientsPart({ clients }: { clients: readonly ClientOverview[] }) {
	return (
		<SettingsSection
			anchor="clients"
			title={i18n.t("bridge.clients.title")}
			intro={i18n.t("bridge.clients.intro")}
		>
			{clients.length === 0 ? (
				<p className="text-ink-soft">{i18n.t("bridge.clients.none")}</p>
			) : (
				<ul className="divide-y divide-line">
					{clients.map((client) => (
						<li key={client.key} className="py-4 first:pt-0 last:pb-0">
							<Client client={client} />
						</li>
					))}
				</ul>
			)}
		</SettingsSection>
	);
}

function Client({ client }: { client: ClientOverview }) {
	const { key, name, transport, version, calls, lastAt, sessions } = client;
	const set = useSetClientAccess();
	// What was chosen shows at once.
	const access = set.isPending ? set.variables.access : client.access;
	const end = useEndGrant();
	const locked = useLocked(`bridge_clients.${key}`);
	const format = useFormat();
	const times = useTimes();
	const now = useNow();
	const change = (next: ClientAccess) => set.mutate({ key, access: next });
	const facts = [
		transport,
		version && i18n.t("bridge.clients.version", [version]),
		i18n.t("bridge.clients.calls", calls, [format.number(calls)]),
		lastAt !== undefined && i18n.t("bridge.clients.last", [format.ago(lastAt, now)]),
	];
	return (
		<div className="flex flex-wrap items-start gap-x-4 gap-y-2">
			<div className="min-w-0 flex-1 basis-56">
				<p className="flex flex-wrap items-center gap-2">
					<span className="min-w-0 font-medium [overflow-wrap:anywhere]">{name}</span>
				</p>
				<p className="text-[0.86rem] text-ink-soft">{facts.filter(Boolean).join(" · ")}</p>
				{sessions.map(
					({ session, grantedUntil }) =>
						grantedUntil !== undefined && (
							<p key={session} className="mt-1.5 flex flex-wrap items-center gap-2">
								<Badge tone="warn">
									{i18n.t("bridge.clients.granted", [times.brief(grantedUntil, now)])}
								</Badge>
								<Button size="small" onClick={() => end.mutate(session)}>
									{i18n.t("bridge.clients.endGrant")}
								</Button>
							</p>
						),
				)}
			</div>
			{locked && <LockedBadge />}
			<div className="w-full sm:w-72">
				<Select
					aria-label={i18n.t("bridge.clients.access", [name])}
					value={access.access}
					disabled={locked}
					onChange={({ target: { value } }) => change({ ...access, access: value as Access })}
				>
					{accesses.map((one) => (
						<option key={one} value={one}>
							{i18n.t(`bridge.clients.accesses.${one}`)}
						</option>
					))}
				</Select>
				{access.access === "free" && <FreeTools access={access} locked={locked} change={change} />}
			</div>
		</div>
	);
}

type FreeToolsProps = { access: ClientAccess; locked: boolean; change(next: ClientAccess): void };

function FreeTools({ access, locked, change }: FreeToolsProps) {
	const { tools } = access;
	return (
		<fieldset className="mt-2.5">
			<legend className="mb-1.5 text-[0.93rem] text-ink-soft">{i18n.t("bridge.clients.tools")}</legend>
			<div className="space-y-1.5">
				{changingTools.map((tool) => (
					<CheckField
						key={tool}
						label={<code className="text-[0.86rem]">{tool}</code>}
						hint={tool === "configure_webhooks" ? i18n.t("bridge.clients.twice") : undefined}
						checked={tools.includes(tool)}
						disabled={locked}
						onChange={({ target: { checked } }) =>
							change({
								...access,
								tools: checked ? [...tools, tool] : tools.filter((one) => one !== tool),
							})
						}
					/>
				))}
			</div>
		</fieldset>
	);
}
