// Command dockerfile-oracle says what BuildKit's own parser makes of Dockerfiles: one JSON string a line in, one JSON
// object a line out. It is a second opinion for tests of the parser of this module.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

// instruction is what a parser must agree on.
type instruction struct {
	Name      string    `json:"name"`
	Flags     []string  `json:"flags"`
	Arguments []string  `json:"arguments"`
	JSON      bool      `json:"json"`
	Heredocs  []heredoc `json:"heredocs"`
}

type heredoc struct {
	Name    string `json:"name"`
	Expand  bool   `json:"expand"`
	Chomp   bool   `json:"chomp"`
	Content string `json:"content"`
}

type opinion struct {
	Sound        bool          `json:"sound"`
	Why          string        `json:"why,omitempty"`
	Escape       string        `json:"escape,omitempty"`
	Stages       []string      `json:"stages,omitempty"`
	Instructions []instruction `json:"instructions,omitempty"`
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
	result, err := parser.Parse(strings.NewReader(text))
	if err != nil {
		return opinion{Why: err.Error()}
	}
	stages, _, err := instructions.Parse(result.AST, nil)
	if err != nil {
		return opinion{Why: err.Error()}
	}
	shown := opinion{Sound: true, Escape: string(result.EscapeToken), Stages: []string{}}
	for _, stage := range stages {
		shown.Stages = append(shown.Stages, stage.BaseName+" "+stage.Name)
	}
	for _, node := range result.AST.Children {
		shown.Instructions = append(shown.Instructions, shownNode(node))
	}
	return shown
}

func shownNode(node *parser.Node) instruction {
	shown := instruction{
		Name:      strings.ToUpper(node.Value),
		Flags:     append([]string{}, node.Flags...),
		Arguments: arguments(node),
		JSON:      node.Attributes["json"],
		Heredocs:  []heredoc{},
	}
	for _, document := range node.Heredocs {
		shown.Heredocs = append(shown.Heredocs, heredoc{document.Name, document.Expand, document.Chomp, document.Content})
	}
	return shown
}

// arguments of a node; those of the instruction within ONBUILD stand behind its name.
func arguments(node *parser.Node) []string {
	list := []string{}
	for next := node.Next; next != nil; next = next.Next {
		if len(next.Children) == 1 {
			list = append(list, strings.ToUpper(next.Children[0].Value))
			list = append(list, arguments(next.Children[0])...)
		} else {
			list = append(list, next.Value)
		}
	}
	return list
}
