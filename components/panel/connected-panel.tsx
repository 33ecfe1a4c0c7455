import { BellRing, PackageSearch, Sparkles, UserRound } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { CustomerView } from "@/components/customer/customer-view";
import { useFollowUps } from "@/components/hooks/use-follow-ups";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { PaletteButton } from "@/components/palette/palette-button";
import { ToastPlace } from "@/components/ui/toast";
import type { ConversationState } from "@/lib/contacts/conversation-state";
import type { Endpoint } from "@/lib/crm/endpoint";
import { chatRefOf } from "@/lib/whatsapp/chat-ref";
import { HealthWarning } from "./health-warning";
import { PanelScroller } from "./panel-scroller";
import { type PanelTab, PanelTabs, TabPanel } from "./panel-tabs";

// Whoever only looks at customers does not wait for the rest.
const ProductsTab = lazy(() => import("@/components/products/products-tab"));
const AssistantTab = lazy(() => import("@/components/assistant/assistant-tab"));
const FollowUpsTab = lazy(() => import("@/components/followup/follow-ups-tab"));
const AssistantContext = lazy(() => import("@/components/customer/assistant-context"));

type TabName = "customer" | "products" | "assistant" | "follow-ups";

type ConnectedPanelProps = {
	tabId: number;
	conversation: ConversationState;
	endpoints: readonly Endpoint[];
	connect(): void;
	/** What stands in the place of the customer while no CRM is connected. */
	wizard?: ReactNode;
	/** What stands above the customer. */
	children: ReactNode;
};

/** What the panel shows once a CRM is connected, or a model alone. A tab that was opened keeps what was done in it. */
export function ConnectedPanel(props: ConnectedPanelProps) {
	const { tabId, conversation, endpoints, connect, wizard, children } = props;
	const [chosen, setChosen] = useState<TabName>("customer");
	const [opened, setOpened] = useState<ReadonlySet<TabName>>(new Set());
	const choose = (name: TabName) => {
		setChosen(name);
		setOpened((before) => new Set(before).add(name));
	};
	const [waitingCalls, setWaitingCalls] = useState(0);
	const dueCount = useFollowUps().list?.due.length ?? 0;
	const tabs: PanelTab<TabName>[] = [
		{ name: "customer", title: i18n.t("tabs.customer"), icon: UserRound },
		{ name: "products", title: i18n.t("tabs.products"), icon: PackageSearch },
		{
			name: "assistant",
			title: i18n.t("tabs.assistant"),
			icon: Sparkles,
			...(waitingCalls > 0 && {
				count: {
					number: waitingCalls,
					text: i18n.t("assistantTab.waiting", waitingCalls, [String(waitingCalls)]),
				},
			}),
		},
		{
			name: "follow-ups",
			title: i18n.t("followUp.tab"),
			icon: BellRing,
			...(dueCount > 0 && { count: { number: dueCount, text: i18n.t("followUp.due", dueCount) } }),
		},
	];
	const openSettings = useOpenSettings();
	const { question } = conversation;
	const hasContext = endpoints.some(({ type }) => type === "ai_CustomerInitialInfo");
	const chat = conversation.facts?.chat;
	return (
		<>
			<PanelTabs tabs={tabs} chosen={chosen} choose={choose}>
				<PaletteButton go={openSettings} label="hidden" />
			</PanelTabs>
			<main className="min-h-0 flex-1">
				<TabPanel name="customer" chosen={chosen}>
					<PanelScroller>
						{children}
						{wizard ?? (
							<ToastPlace page="customer" className="bottom-12">
								<HealthWarning health={conversation.health} />
								<CustomerView tabId={tabId} conversation={conversation} connect={connect} />
							</ToastPlace>
						)}
						{question && hasContext && (
							<Suspense>
								<AssistantContext key={JSON.stringify(question)} tabId={tabId} question={question} />
							</Suspense>
						)}
					</PanelScroller>
				</TabPanel>
				<TabPanel name="products" chosen={chosen}>
					{opened.has("products") && (
						<Suspense>
							<ProductsTab
								tabId={tabId}
								chat={chat ? chatRefOf(chat) : null}
								endpoint={endpoints.find(({ type }) => type === "search_Products")}
							/>
						</Suspense>
					)}
				</TabPanel>
				<TabPanel name="assistant" chosen={chosen}>
					{opened.has("assistant") && (
						<Suspense>
							<AssistantTab
								tabId={tabId}
								conversation={conversation}
								endpoints={endpoints}
								waiting={setWaitingCalls}
							/>
						</Suspense>
					)}
				</TabPanel>
				<TabPanel name="follow-ups" chosen={chosen}>
					{opened.has("follow-ups") && (
						<Suspense>
							<FollowUpsTab tabId={tabId} conversation={conversation} />
						</Suspense>
					)}
				</TabPanel>
			</main>
		</>
	);
}
