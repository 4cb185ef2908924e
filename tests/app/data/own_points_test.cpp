// From a table to a parameter's points: which columns, which rows, how they are scaled, and the words for all of it.
#include "tests/app/data/tables.h"

#include "app/model/numbers.h"

using namespace eigenscape;
using namespace eigenscape::testing;

TEST_CASE("columns are found by their names, then in their order") {
    const Value usual = Points{{-2, -2}, {2, 2}};
    const Param param = points_param();
    CHECK(usual_wish(param, read_text("id,Y,X\n1,2,3\n4,5,6\n"), usual).columns == std::vector<int>{2, 1});
    CHECK(usual_wish(param, read_text("name,a,b,c\nn,2,3,4\nm,5,6,7\n"), usual).columns == std::vector<int>{1, 2});
    CHECK(usual_wish(param, read_text("1,2\n3,4\n"), usual).columns == std::vector<int>{0, 1});
}

TEST_CASE("rows that fit are taken as they are") {
    const OwnPoints own = taken(points_param(), read_text("x,y\n1,2\n-3.5,4\n"));
    CHECK(own.problem.empty());
    CHECK(own.value == Value(Points{{1, 2}, {-3.5, 4}}));
    CHECK(own.words == std::vector<std::string>{"2 rows are taken."});
}

TEST_CASE("rows that cannot be used are listed with their reason") {
    const OwnPoints own = taken(points_param(), read_text("x,y\n1,2\nNA,3\n4,#DIV/0!\n1 234,5\n6\n7,8\n"));
    CHECK(own.value == Value(Points{{1, 2}, {7, 8}}));
    REQUIRE(own.dropped == 3);
    CHECK(words_of(own.bad[0]) == "Row 3: x: \"NA\" stands for a missing value.");
    CHECK(words_of(own.bad[1]) == "Row 4: y: \"#DIV/0!\" is an error of a spreadsheet.");
    CHECK(words_of(own.bad[2]) == "Row 5: x: \"1 234\" has its digits in groups.");
    CHECK(own.words[0] == "2 rows are taken, 3 are dropped; 1 uneven row is left out.");
}

TEST_CASE("what cannot be taken says how much could be used") {
    const Param param = points_param();
    CHECK(taken(param, read_text("a,b\nx,y\n")).problem == "None of its 2 columns holds numbers.");
    CHECK(taken(param, read_text("x\n1\n2\n")).problem == "Choose a column for y: 1 column holds numbers.");
    CHECK(taken(param, read_text("x,y\n1,NA\n2,NA\n3,4\nNA,5\nNA,6\n")).taken == 1);
    CHECK(taken(param, read_text("x,y\n1,NA\nNA,2\n")).problem ==
          "None of its 2 rows can be used. Row 2: y: \"NA\" stands for a missing value.");
    CHECK(taken(param, read_text("5,6\n")).value == Value(Points{{5, 6}}));
}

TEST_CASE("data beyond the range are brought into the picture, and how is said") {
    const Table table = read_text("x,y\n100,1000\n110,1000\n120,1000\n");
    const OwnPoints fitted = taken(points_param(), table);
    CHECK(fitted.value == Value(Points{{-2, 0}, {0, 0}, {2, 0}}));
    CHECK(fitted.words[1] == "Subtracted: x 110, y 1000. Then all divided by 5.");
    const OwnPoints each = taken(points_param(), table, Fitting::each_scale);
    CHECK(numbers_of(each.value)[0] == doctest::Approx(-std::sqrt(1.5)));
    CHECK(numbers_of(each.value)[1] == 0);
    CHECK(each.words[1] == "Subtracted: x 110, y 1000. Divided by: x 8.165, y 1.");
    const OwnPoints as_it_is = taken(points_param(), table, Fitting::as_it_is);
    CHECK(as_it_is.problem == "None of its 3 rows can be used. Row 2: x: 100 lies outside −10 to 10.");
}

TEST_CASE("numbers at the ends of the doubles, one row, equal rows") {
    for (const char* text : {"x,y\n1e308,-1e308\n-1e308,1e308\n", "x,y\n1e-308,2e-308\n3e-308,0\n", "x,y\n5e5,5e5\n",
                             "x,y\n7e9,7e9\n7e9,7e9\n7e9,7e9\n"})
        for (const Fitting fit : {Fitting::as_it_is, Fitting::one_scale, Fitting::each_scale}) {
            const OwnPoints own = taken(points_param(), read_text(text), fit);
            for (const double x : numbers_of(own.value)) CHECK((x >= -10 && x <= 10));
            CHECK((!own.problem.empty() || own.taken > 0));
        }
}

TEST_CASE("classes by name are numbered as they come, by number as they are or in order") {
    const Param param = classed_param();
    const OwnPoints named = taken(param, read_text("kind,x,y\nred,1,2\nblue,3,4\nred,5,6\nNA,7,8\n"));
    CHECK(named.value == Value(Points3{{1, 2, 0}, {3, 4, 1}, {5, 6, 0}}));
    CHECK(named.words.back() == "Class 0 is \"red\" and 1 is \"blue\".");
    CHECK(words_of(named.bad.at(0)) == "Row 5: kind: \"NA\" stands for a missing value.");
    const OwnPoints numbered = taken(param, read_text("x,y,class\n1,2,1\n3,4,0\n"));
    CHECK(numbered.value == Value(Points3{{1, 2, 1}, {3, 4, 0}}));
    CHECK(numbered.words.size() == 1);
    const OwnPoints ordered = taken(param, read_text("x,y,class\n1,2,-7\n3,4,20\n"));
    CHECK(ordered.value == Value(Points3{{1, 2, 0}, {3, 4, 1}}));
    CHECK(ordered.words.back() == "Class 0 is -7 and 1 is 20.");
    CHECK(taken(param, read_text("1,2\n3,4\n")).value == Value(Points3{{1, 2, 0}, {3, 4, 0}}));
    std::string many = "x,y,class\n";
    for (int i = 0; i < 30; ++i) many += "1,2,c" + std::to_string(i) + "\n";
    CHECK(taken(param, read_text(many)).problem == "class holds 30 classes; at most 11 can be told apart here.");
}
