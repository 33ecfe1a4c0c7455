const customer = document.getElementById("customer");

chrome.runtime.onMessage.addListener(({ answer }) => {
	if (!answer) return;
	const known = answer.customer ?? answer.customers?.[0];
	customer.textContent = `${known?.name ?? "Unknown"}\n${JSON.stringify(answer)}`;
});
