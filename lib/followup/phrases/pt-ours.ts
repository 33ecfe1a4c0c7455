import type { Phrases } from "./kind";

/** What we write ourselves in Portuguese. */
export const portugueseOurs: Phrases = {
	"quote-sent": [
		"(preco|total|custo|valor|sai|saem|custa|custam|fica|ficam|ficaria|vale|a partir de|por) [e|de|sao|em|a|por|r|uns|so|apenas] [¤|r ¤] #",
		"(segue|envio|seguem|aqui esta|mando|anexo|enviei|te mando|em anexo) [o|a|os|as|em|nosso|nossa|seu|sua] [anexo] [o|a|nosso] (orcamento|cotacao|proposta|tabela|tabela de precos|catalogo|valores|precos)",
		"(orcamento|cotacao|proposta) (em anexo|anexo|anexa|fica|e de)",
		"# (reais|euros|pila|conto|contos|mil|cada|cada um|cada uma|por pessoa|por mes|a hora|por hora|os dois|as dois|mais frete|mais iva|iva|no total|no pix|a vista|o par|a unidade|por unidade|o metro|a diaria|por noite|com frete|o mes|mensal|mensais|kwanzas)",
		"# x [de|sem] ~",
	],
	"payment-link-sent": [
		"<payment-link>",
		"link (de|do|para|pra) [o] (pagamento|pagar)",
		"(paga|pague|pagar|pode pagar|transfere|transferir|deposita) (aqui|neste|nesse|por aqui|no|para o|pra|pela) ~",
		"(chave|chave pix|pix|iban|mbway|mb way|nib|qr code) [e|pix|cnpj|cpf|celular|email] ~",
		"(dados|conta) (para|pra|bancarios|de) [o|a] (transferencia|pagamento|deposito|pix)",
	],
	"offer-sent": [
		"(reservo|separo|guardo|marco|agendo|anoto|posso reservar|posso separar|posso marcar|posso enviar|posso agendar|quer que eu|mando) ~",
		"(quer|querem|queres|gostaria|deseja|gostarias|quer que|vai querer) ~",
		"(te|lhe) interessa",
		"(quantos|quantas|qual|qual tamanho|qual cor) (quer|precisa|voce quer|gostou|prefere|deseja)",
		"(fico|ficamos|estou) (no|ao|a|na) (aguardo|aguardar|disposicao)",
	],
	"sold-out": [
		"(esgotado|esgotada|esgotou|esgotaram|esgotados|sem estoque|sem stock|acabou|acabaram|nao temos|nao tem mais|nao tem|nao tenho|em falta|nao ha)",
		"(so|apenas|somente) (tenho|temos|tem|resta|restam|em|sobrou|mes que vem|em preto) ~",
		"(chega|volta|repomos|chegam) (em|no|so|na) ~",
	],
	"delivery-cost-sent": [
		"(frete|portes|entrega|envio) [e|fica|sai|custa|ta|de|sao|da|por] [em|de|r] [r ¤|¤] #",
		"^ [sao|e|fica] # (reais|euros) [de frete|de portes] $",
	],
	"order-confirmed": [
		"(recebi|recebemos|recebido|caiu|recebida|confirmado|compensou) [o|a|seu|teu|sua] (pagamento|pix|transferencia|pedido|sinal|comprovante|deposito)",
		"(pagamento|pedido|pix|encomenda|reserva|transferencia|compra|consulta|horario) (recebido|recebida|confirmado|confirmada|aprovado|enviado|enviada|a caminho|despachado|caiu|agendado|agendada)",
		"(obrigado|obrigada) (pela|pelo) (sua|seu|tua|teu|compra|pedido|preferencia|encomenda) [compra|pedido|encomenda]",
		"(enviamos|mandamos|despachamos|postamos|envio) (amanha|hoje|seu|o seu|ainda hoje|na)",
		"(seu pedido|sua encomenda|seu pacote|a sua encomenda|o seu pedido) (foi|saiu|esta|ta|sera|vai|ja|segue|chega)",
		"(ficou|esta|fica|ja esta|ta) (agendado|agendada|reservado|reservada|inscrito|inscrita|marcado|marcada|confirmado|confirmada)",
		"(codigo) de (rastreio|rastreamento|seguimento)",
	],
	"anything-else": [
		"(algo|alguma coisa|mais alguma coisa) [a] mais",
		"mais alguma coisa",
		"(precisa|quer) (de sacola|sacola|mais alguma)",
	],
};
