import { LoaderCircle, MessageSquarePlus } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { CrmFailureNotice } from "@/components/crm-answer/crm-failure-notice";
import { ProductList } from "@/components/crm-answer/product-list";
import { ReadingProblems } from "@/components/customer/reading-problems";
import { useFormat } from "@/components/format/use-format";
import { type Insertion, useInsert } from "@/components/hooks/use-insert";
import { useLasting } from "@/components/hooks/use-lasting";
import type { ProductSearch } from "@/components/hooks/use-product-search";
import { Button } from "@/components/ui/button";
import { productText } from "@/lib/crm/product-text";
import type { Product, ProductVariant } from "@/lib/crm/read-products-answer";
import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import { InsertOutcome } from "./insert-outcome";

type ProductResultsProps = {
	tabId: number;
	chat: ChatRef | null;
	search: ProductSearch;
	/** Whether the inserted text says how many there are. */
	withStock: boolean;
	changeConnection(): void;
};

/** A quick answer is not announced: something that moves also makes the browser draw it a frame later. */
const waitToldMs = 300;

/** What a search found, or why it found nothing; each product and variant can be written into the chat. */
export function ProductResults({ tabId, chat, search, withStock, changeConnection }: ProductResultsProps) {
	const format = useFormat();
	const insert = useInsert(tabId);
	const [last, setLast] = useState<Insertion>();
	const { found, searching, retry } = search;
	const waiting = useLasting(searching, waitToldMs);

	const textOf = (product: Product, variant?: ProductVariant) =>
		productText(product, variant, {
			locale: format.locale,
			stock: withStock ? stockText(variant?.stock ?? product.stock) : undefined,
		});
	const stockText = (stock: number | undefined) => {
		if (stock === undefined) return undefined;
		return stock > 0 ? i18n.t("products.inStock", [format.number(stock)]) : i18n.t("products.soldOut");
	};
	const start = (text: string) => {
		// The chat that is open at the click is the one that is meant.
		const insertion = { text, chat };
		setLast(insertion);
		insert.mutate(insertion);
	};
	const insertButton = (product: Product, variant?: ProductVariant) => {
		const text = textOf(product, variant);
		const name = variant ? (variant.name ?? variant.sku) : (product.name ?? product.sku);
		// What has neither name nor number cannot be told to anybody.
		if (!text || !name) return null;
		return (
			<Button
				size={variant ? "icon" : "small"}
				look={variant ? "quiet" : "secondary"}
				aria-label={i18n.t("products.insertNamed", [name])}
				title={i18n.t("products.insertNamed", [name])}
				disabled={insert.isPending}
				onClick={() => start(text)}
			>
				<MessageSquarePlus aria-hidden />
				{!variant && i18n.t("products.insert")}
			</Button>
		);
	};

	return (
		<>
			<div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain" aria-busy={searching}>
				<p role="status" className="flex min-h-8 items-center gap-2 px-3.5 pt-2 text-[0.86rem] text-ink-soft">
					{waiting ? (
						<>
							<LoaderCircle aria-hidden className="size-3.5 animate-spin" />
							{i18n.t("products.searching")}
						</>
					) : (
						found?.ok && countText(found.value.products.length, found.value.total, format.number)
					)}
				</p>
				{found && !found.ok && !searching && (
					<CrmFailureNotice
						failure={found.failure}
						tone="bad"
						className="m-3 mt-0"
						retrying={searching}
						retry={retry}
						granted={retry}
						changeConnection={changeConnection}
					/>
				)}
				{found?.ok && (
					<>
						<ProductList products={found.value.products} action={insertButton} />
						<ReadingProblems problems={found.value.problems} />
					</>
				)}
			</div>
			{last && !insert.isPending && insert.data !== undefined && (
				<InsertOutcome insertion={last} failure={insert.data} close={() => setLast(undefined)} />
			)}
		</>
	);
}

function countText(shown: number, total: number, number: (value: number) => string): string {
	if (total === 0) return i18n.t("products.nothing");
	if (shown < total) return i18n.t("products.first", [number(shown), number(total)]);
	return i18n.t("products.count", total, [number(total)]);
}
