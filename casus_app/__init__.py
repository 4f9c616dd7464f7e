"""Het vak: wat er in een casusoverleg gebeurt en wat de regels daarvan zijn."""

VERSIE = "0.1.0"
