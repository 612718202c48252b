// HCL native syntax as Terraform reads it: files, and after a mark a lone expression or a lone template.
// What is wider here than in Terraform is refused after the parse, where a better message can be given:
// newlines between the tokens of one statement, templates in labels, unterminated strings and comments,
// unbalanced template directives.
//
// Behind the mark that says so, the first error ends the parse: the scanner then takes all the rest at once, since
// the parser's own recovery costs the square of what it covers.
//
// Newlines are blanks except where `_newline` is written. The parser of templates' text is in `src/scanner.c`.

const precedence = { or: 1, and: 2, equality: 3, comparison: 4, sum: 5, product: 6 };

module.exports = grammar({
  name: 'hcl',

  extras: $ => [/[ \t\n]|\r\n/, $.comment],

  word: $ => $.identifier,

  externals: $ => [
    $.quoted_text,
    $._quote_end,
    $.heredoc_marker,
    $.heredoc_text,
    $.heredoc_end,
    $.bare_text,
    $.interpolation_start,
    $.directive_start,
    $.unterminated,
    $._give_up_mark,
    $._recovery,
  ],

  // Each of these saves the parser a step for each expression.
  inline: $ => [$._statement, $._label, $._expression, $._operand, $._term, $._step, $._sequence_end],

  rules: {
    source: $ => choice(
      seq(optional($._give_up_mark), optional($.body)),
      seq(optional($._give_up_mark), '\u0001', $._expression),
      seq(optional($._give_up_mark), '\u0002', optional($.template)),
    ),

    body: $ => choice(
      seq(repeat1(seq($._statement, $._newline)), optional($._statement)),
      $._statement,
    ),

    _statement: $ => choice($.attribute, $.block),

    attribute: $ => seq($.identifier, '=', $._expression),

    block: $ => seq($.identifier, repeat($._label), '{', optional($._block_content), '}'),

    _label: $ => choice($.identifier, $.string, $.quoted_template),

    _block_content: $ => choice(
      $.attribute,
      seq($._newline, repeat(seq($._statement, $._newline))),
    ),

    _newline: _ => token(prec(1, /\r?\n/)),

    _expression: $ => choice($.conditional, $._operand),

    conditional: $ => prec.right(seq($._operand, '?', $._expression, ':', $._expression)),

    _operand: $ => choice($.binary, $.unary, $.postfix, $._term),

    binary: $ => choice(
      ...[
        [precedence.or, '||'],
        [precedence.and, '&&'],
        [precedence.equality, choice('==', '!=')],
        [precedence.comparison, choice('<', '<=', '>', '>=')],
        [precedence.sum, choice('+', '-')],
        [precedence.product, choice('*', '/', '%')],
      ].map(([level, operator]) => prec.left(level, seq($._operand, operator, $._operand))),
    ),

    unary: $ => seq(choice('-', '!'), choice($.unary, $.postfix, $._term)),

    postfix: $ => seq($._term, repeat1($._step)),

    _step: $ => choice(
      seq('.', choice($.identifier, $.number, '*')),
      seq('[', choice($._expression, '*'), ']'),
    ),

    _term: $ => choice(
      $.identifier,
      $.number,
      $.string,
      $.quoted_template,
      $.heredoc,
      $.tuple,
      $.object,
      $.for_tuple,
      $.for_object,
      $.call,
      $.parentheses,
    ),

    parentheses: $ => seq('(', $._expression, ')'),

    tuple: $ => seq('[', optional(seq($._expression, repeat(seq(',', $._expression)), optional(','))), ']'),

    object: $ => seq(
      '{',
      repeat(seq($.object_item, choice(',', $._newline))),
      optional($.object_item),
      '}',
    ),

    object_item: $ => seq($._expression, choice('=', ':'), $._expression),

    for_tuple: $ => seq('[', $._for_intro, ':', $._expression, optional($._for_condition), ']'),

    for_object: $ => seq(
      '{', $._for_intro, ':', $._expression, '=>', $._expression, optional('...'), optional($._for_condition), '}',
    ),

    _for_intro: $ => seq('for', $.identifier, optional(seq(',', $.identifier)), 'in', $._expression),

    _for_condition: $ => seq('if', $._expression),

    call: $ => seq($.identifier, repeat(seq('::', $.identifier)), '(', optional($._arguments), ')'),

    _arguments: $ => seq($._expression, repeat(seq(',', $._expression)), optional(choice(',', '...'))),

    // A string without interpolations and directives is one token.
    string: _ => token(seq(
      '"',
      repeat(choice(
        /[^"\\$%\r\n]/,
        /\\[^\r\n]/,
        /[$%]*(\$\$|%%)\{/,
        /[$%]+([^"\\$%\r\n{]|\\[^\r\n])/,
      )),
      /[$%]*"/,
    )),

    quoted_template: $ => seq(
      '"',
      repeat(choice($.quoted_text, $.interpolation, $.directive)),
      choice($._quote_end, $.unterminated),
    ),

    heredoc: $ => seq(
      choice('<<', '<<-'),
      $.heredoc_marker,
      repeat(choice($.heredoc_text, $.interpolation, $.directive)),
      choice($.heredoc_end, $.unterminated),
    ),

    template: $ => repeat1(choice($.bare_text, $.interpolation, $.directive)),

    interpolation: $ => seq($.interpolation_start, $._expression, $._sequence_end),

    directive: $ => seq(
      $.directive_start,
      choice(seq('if', $._expression), 'else', 'endif', $._for_intro, 'endfor'),
      $._sequence_end,
    ),

    _sequence_end: _ => choice('}', '~}'),

    number: _ => /[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?/,

    identifier: _ => /[\p{ID_Start}_][\p{ID_Continue}-]*/,

    // A block comment that is not closed takes the rest of the file.
    comment: _ => token(choice(
      seq(choice('#', '//'), /[^\n]*/),
      /\/\*([^*]|\*+[^*\/])*\**\/?/,
    )),
  },
});
