import { PackageSearch, Search } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { useOpenSettings } from "@/components/hooks/use-open-settings";
import { useProductSearch } from "@/components/hooks/use-product-search";
import { useTyped } from "@/components/hooks/use-typed";
import { hrefOf } from "@/components/settings/shell/place";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/field";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import { ProductResults } from "./product-results";

type ProductsTabProps = { tabId: number; chat: ChatRef | null; endpoint?: Endpoint };

/** Searches the CRM's products as one types, and writes what is chosen into the chat's message box. */
export default function ProductsTab({ tabId, chat, endpoint }: ProductsTabProps) {
	const openSettings = useOpenSettings();
	const setUp = () => openSettings(hrefOf({ route: "crm-endpoints", target: "search_Products" }));
	if (!endpoint)
		return (
			<EmptyState
				icon={PackageSearch}
				title={i18n.t("products.notSet.title")}
				text={i18n.t("products.notSet.text")}
			>
				<Button look="primary" onClick={setUp}>
					{i18n.t("products.notSet.setUp")}
				</Button>
			</EmptyState>
		);
	return <ProductSearch tabId={tabId} chat={chat} endpoint={endpoint} changeConnection={setUp} />;
}

type ProductSearchProps = Required<ProductsTabProps> & { changeConnection(): void };

function ProductSearch({ tabId, chat, endpoint, changeConnection }: ProductSearchProps) {
	const [text, setText] = useState("");
	const [withStock, setWithStock] = useState(false);
	const [query] = useTyped(text);
	const search = useProductSearch(tabId, query, [endpoint.url, endpoint.method]);
	return (
		<div data-testid="products" className="flex h-full flex-col">
			<h1 className="sr-only">{i18n.t("tabs.products")}</h1>
			<search className="shrink-0 space-y-2 border-line border-b bg-surface p-3">
				<div className="relative">
					<Search aria-hidden className="absolute top-2.5 left-2.5 size-4 text-ink-soft" />
					<Input
						type="search"
						className="pl-8"
						maxLength={200}
						aria-label={i18n.t("products.search")}
						placeholder={i18n.t("products.search")}
						value={text}
						onChange={(event) => setText(event.target.value)}
					/>
				</div>
				<CheckField
					label={i18n.t("products.withStock")}
					checked={withStock}
					onChange={(event) => setWithStock(event.target.checked)}
				/>
			</search>
			{query === "" ? (
				<p className="p-3.5 text-ink-soft">{i18n.t("products.hint")}</p>
			) : (
				<ProductResults
					key={tabId}
					tabId={tabId}
					chat={chat}
					search={search}
					withStock={withStock}
					changeConnection={changeConnection}
				/>
			)}
		</div>
	);
}
