import { i18n } from "#i18n";
import AskedList from "@/components/bridge/asked-list";
import { useAskedCalls } from "@/components/hooks/use-asked-calls";
import { useBridge } from "@/components/hooks/use-bridge";
import { ClientsPart } from "./clients-part";
import { ConnectionPart } from "./connection-part";
import { LogPart } from "./log-part";
import { SetupPart } from "./setup-part";

/** The bridge to programs that speak MCP: whether it is there, how it is set up, who may do what, and who did what. */
export default function BridgePage() {
	const { data: bridge } = useBridge();
	const waiting = useAskedCalls();
	if (!bridge) return null;
	const { amount, clients } = bridge;
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("bridge.intro")}</p>
			{waiting.length > 0 && (
				<div className="mb-5">
					<AskedList waiting={waiting} />
				</div>
			)}
			<ConnectionPart bridge={bridge} />
			<SetupPart bridge={bridge} />
			<ClientsPart clients={clients} />
			<LogPart clients={clients} count={amount.count} version={`${amount.count} ${amount.newest}`} />
		</>
	);
}
