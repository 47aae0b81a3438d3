using AuthKit.Relational.Schemas;
using AuthKit.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using NUnit.Framework;

namespace AuthKit.Stores.Tests.EntityFramework;

/// <summary>The model on SQL Server, read by its own parser, where there is no server to make it on.</summary>
public sealed class SqlServerModelTests
{
    private static readonly DbContextOptions<ShopContext> Options = new DbContextOptionsBuilder<ShopContext>().UseSqlServer("Server=nowhere.invalid").Options;

    [Test]
    public void The_script_makes_what_AuthKit_s_own_adapter_makes()
    {
        using var shop = new ShopContext(Options);
        var byHost = Definitions.Of(shop.Database.GenerateCreateScript());
        Assert.That(byHost, Is.EquivalentTo(Definitions.Of(SchemaScript.Write(new SqlServerDialect()))).And.Not.Empty);
    }

    /// <summary>What a script leaves behind, a line for each column, key, index and step.</summary>
    private sealed class Definitions : TSqlFragmentVisitor
    {
        private readonly SortedSet<string> _lines = [];

        public static SortedSet<string> Of(string script)
        {
            var tree = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
            Assert.That(errors.Select(error => error.Message), Is.Empty, script);
            var definitions = new Definitions();
            tree.Accept(definitions);
            definitions._lines.RemoveWhere(line => !line.StartsWith("authkit", StringComparison.Ordinal));
            return definitions._lines;
        }

        public override void ExplicitVisit(CreateTableStatement node) => Add(node.SchemaObjectName, node.Definition);

        public override void ExplicitVisit(AlterTableAddTableElementStatement node) => Add(node.SchemaObjectName, node.Definition);

        public override void ExplicitVisit(CreateIndexStatement node) =>
            _lines.Add($"{Name(node.OnName)} {(node.Unique ? "unique " : "")}index {node.Name.Value} ({Names(node.Columns)}) {(node.FilterPredicate is BooleanIsNullExpression { IsNot: true } filter ? $"where {Last(filter.Expression)} is not null" : "")}");

        public override void ExplicitVisit(DropIndexStatement node)
        {
            foreach (var index in node.DropIndexClauses.OfType<DropIndexClause>())
                Assert.That(_lines.RemoveWhere(line => line.Contains($" index {index.Index.Value} ", StringComparison.Ordinal)), Is.EqualTo(1));
        }

        public override void ExplicitVisit(InsertStatement node)
        {
            var table = (NamedTableReference)node.InsertSpecification.Target;
            foreach (var row in ((ValuesInsertSource)node.InsertSpecification.InsertSource).RowValues)
                _lines.Add($"{Name(table.SchemaObject)} row ({string.Join(", ", row.ColumnValues.Cast<Literal>().Select(value => value.Value))})");
        }

        private void Add(SchemaObjectName table, TableDefinition definition)
        {
            foreach (var column in definition.ColumnDefinitions)
            {
                var type = (SqlDataTypeReference)column.DataType;
                var nullable = column.Constraints.OfType<NullableConstraintDefinition>().Single().Nullable;
                var size = string.Concat(type.Parameters.Select(parameter => $"({parameter.Value})"));
                _lines.Add($"{Name(table)} {column.ColumnIdentifier.Value} {type.SqlDataTypeOption}{size} {column.Collation?.Value} {(nullable ? "NULL" : "NOT NULL")}");
            }

            foreach (var key in definition.TableConstraints.OfType<UniqueConstraintDefinition>())
                _lines.Add($"{Name(table)} key {key.ConstraintIdentifier.Value} {key.IsPrimaryKey} ({Names(key.Columns)})");
        }

        private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;

        private static string Names(IEnumerable<ColumnWithSortOrder> columns) => string.Join(", ", columns.Select(column => Last(column.Column)));

        private static string Last(ScalarExpression column) => ((ColumnReferenceExpression)column).MultiPartIdentifier.Identifiers[^1].Value;
    }
}
