// Command oracle says what HashiCorp's own parser makes of texts in HCL: one JSON string a line in, one JSON object a
// line out. It is a second opinion for tests of the parser of this module.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// body is what a parser must agree on.
type body struct {
	// Attributes by name; the value of one that needs no name and no function, else null.
	Attributes map[string]json.RawMessage `json:"attributes"`
	Blocks     []block                    `json:"blocks"`
}

type block struct {
	Type   string   `json:"type"`
	Labels []string `json:"labels"`
	Body   body     `json:"body"`
}

type opinion struct {
	Sound bool  `json:"sound"`
	Body  *body `json:"body,omitempty"`
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	decoder := json.NewDecoder(in)
	for decoder.More() {
		var text string
		if err := decoder.Decode(&text); err != nil {
			log.Fatal(err)
		}
		if err := out.Encode(opinionOn(text)); err != nil {
			log.Fatal(err)
		}
	}
}

func opinionOn(text string) opinion {
	file, diagnostics := hclsyntax.ParseConfig([]byte(text), "in.tf", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return opinion{}
	}
	shown := shownBody(file.Body.(*hclsyntax.Body))
	return opinion{Sound: true, Body: &shown}
}

func shownBody(of *hclsyntax.Body) body {
	shown := body{Attributes: map[string]json.RawMessage{}, Blocks: []block{}}
	for name, attribute := range of.Attributes {
		shown.Attributes[name] = valueOf(attribute.Expr)
	}
	for _, inner := range of.Blocks {
		labels := inner.Labels
		if labels == nil {
			labels = []string{}
		}
		shown.Blocks = append(shown.Blocks, block{inner.Type, labels, shownBody(inner.Body)})
	}
	return shown
}

func valueOf(expression hclsyntax.Expression) json.RawMessage {
	value, diagnostics := expression.Value(nil)
	if diagnostics.HasErrors() || !value.IsWhollyKnown() {
		return json.RawMessage("null")
	}
	text, err := ctyjson.Marshal(value, value.Type())
	if err != nil {
		return json.RawMessage("null")
	}
	return text
}
