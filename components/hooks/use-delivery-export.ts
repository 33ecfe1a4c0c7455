import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { sendMessage } from "@/lib/messaging/client";
import { exportedDelivery } from "@/lib/webhooks/delivery-export";
import type { DeliveryRow, DeliverySelection } from "@/lib/webhooks/delivery-filter";
import { saveFile } from "./save-file";

const pageSize = 200;

/**
 * Gives the user a JSON file of deliveries, newest first: an array, in which nothing is secret. It is put together page
 * by page, and the browser keeps the finished parts where it wants, so that its size is no matter.
 */
export function useDeliveryExport() {
	const [done, setDone] = useState(0);
	const exporting = useMutation({
		async mutationFn(selection: DeliverySelection) {
			const parts: Blob[] = [];
			let count = 0;
			setDone(0);
			for await (const seqs of pagesOf(selection)) {
				const found = await Promise.all(seqs.map((seq) => sendMessage("getDelivery", { seq })));
				const texts = found
					.filter((delivery) => delivery !== null)
					.map((delivery) => JSON.stringify(exportedDelivery(delivery), null, "\t"));
				if (texts.length === 0) continue;
				parts.push(new Blob([count === 0 ? "" : ",\n", texts.join(",\n")]));
				count += texts.length;
				setDone(count);
			}
			saveFile(new Blob(["[\n", ...parts, "\n]\n"], { type: "application/json" }), "deliveries", "json");
			return count;
		},
	});
	return { ...exporting, done };
}

async function* pagesOf(selection: DeliverySelection): AsyncGenerator<number[]> {
	if ("seqs" in selection) {
		for (let from = 0; from < selection.seqs.length; from += pageSize)
			yield selection.seqs.slice(from, from + pageSize);
		return;
	}
	let before: number | undefined;
	do {
		const page: { rows: DeliveryRow[]; next?: number } = await sendMessage("listDeliveries", {
			filter: selection.filter,
			limit: pageSize,
			...(before !== undefined && { before }),
		});
		yield page.rows.map(({ seq }) => seq);
		before = page.next;
	} while (before !== undefined);
}
