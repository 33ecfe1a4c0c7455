import { useState } from "react";
import { i18n } from "#i18n";
import { useBridgeCalls, useClearBridgeCalls } from "@/components/hooks/use-bridge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/field";
import { type BridgeCallState, bridgeCallStates } from "@/lib/bridge/call-log";
import type { ClientOverview } from "@/lib/bridge/overview";
import { SettingsSection } from "../settings-section";
import { LogItem } from "./log-item";

type LogPartProps = { clients: readonly ClientOverview[]; count: number; version: string };

/** Who called what, when, and what it changed; the newest first. */
export function LogPart({ clients, count, version }: LogPartProps) {
	const [client, setClient] = useState("");
	const [state, setState] = useState<BridgeCallState>();
	const [asking, setAsking] = useState(false);
	const clearing = useClearBridgeCalls();
	const { rows, hasMore, showMore } = useBridgeCalls(
		{ ...(client && { client }), ...(state && { state }) },
		version,
	);
	const clear = async () => {
		await clearing.mutateAsync();
		setAsking(false);
	};
	return (
		<SettingsSection anchor="log" title={i18n.t("bridge.log.title")}>
			{count === 0 ? (
				<p className="text-ink-soft">{i18n.t("bridge.log.none")}</p>
			) : (
				<>
					<div className="mb-3 flex flex-wrap gap-2">
						<Select
							className="sm:w-56"
							aria-label={i18n.t("bridge.log.client")}
							value={client}
							onChange={({ target: { value } }) => setClient(value)}
						>
							<option value="">{i18n.t("bridge.log.anyClient")}</option>
							{clients.map(({ key, name, transport }) => (
								<option key={key} value={key}>
									{name} ({transport})
								</option>
							))}
						</Select>
						<Select
							className="sm:w-48"
							aria-label={i18n.t("bridge.log.state")}
							value={state ?? ""}
							onChange={({ target: { value } }) => setState(bridgeCallStates.find((one) => one === value))}
						>
							<option value="">{i18n.t("bridge.log.anyState")}</option>
							{bridgeCallStates.map((one) => (
								<option key={one} value={one}>
									{i18n.t(`bridge.log.states.${one}`)}
								</option>
							))}
						</Select>
						<Button look="quiet" className="ml-auto" onClick={() => setAsking(true)}>
							{i18n.t("bridge.log.clear")}
						</Button>
					</div>
					{rows?.length === 0 && <p className="text-ink-soft">{i18n.t("bridge.log.nothing")}</p>}
					<ol className="divide-y divide-line">
						{rows?.map((entry) => (
							<li key={entry.seq}>
								<LogItem entry={entry} />
							</li>
						))}
					</ol>
					{hasMore && (
						<Button className="mt-3" onClick={showMore}>
							{i18n.t("bridge.log.more")}
						</Button>
					)}
				</>
			)}
			{asking && (
				<Dialog
					title={i18n.t("bridge.log.clearTitle")}
					close={() => setAsking(false)}
					actions={
						<>
							<Button onClick={() => setAsking(false)}>{i18n.t("connect.cancel")}</Button>
							<Button look="danger" disabled={clearing.isPending} onClick={() => void clear()}>
								{i18n.t("settings.privacy.remove.confirm")}
							</Button>
						</>
					}
				>
					{i18n.t("bridge.log.clearText")}
				</Dialog>
			)}
		</SettingsSection>
	);
}
